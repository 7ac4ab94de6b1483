// Addresses of the site that mails point to.

export const statusUrl = (publicUrl: string, token: string) => `${publicUrl}/status/${token}`;
export const attemptUrl = (publicUrl: string, token: string) => `${publicUrl}/attempt/${token}`;
export const requisitionUrl = (publicUrl: string, id: string) => `${publicUrl}/requisitions/${id}`;
export const applicationAssessmentUrl = (publicUrl: string, id: string) =>
  `${publicUrl}/applications/${id}?view=assessment`;
export const interviewUrl = (publicUrl: string, id: string) => `${publicUrl}/interviews/${id}`;

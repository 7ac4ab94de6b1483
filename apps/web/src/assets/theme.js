/* global localStorage, document */
// Sets the remembered theme before the first paint. A file of its own, so that the page needs no inline script.
try {
  const choice = localStorage.getItem('bringup.theme');
  if (choice === 'light' || choice === 'dark') document.documentElement.classList.add(choice);
} catch {
  // Storage may be refused; the system's preference then decides.
}

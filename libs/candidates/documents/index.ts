// The door of document reading within the candidates library.
export { documentLimits, type DocumentFields, type DocumentFormat, type DocumentText } from './document';
export { readDocument, type ReadOptions, type UploadedDocument } from './read-document';

// The only door of quantities. Pure, so that the site imports it too: nothing here depends on Node, Nest or another lib.
export { type Reading, readQuantity, withUnit } from './domain/read-quantity';

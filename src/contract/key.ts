export const keyOperations = {};

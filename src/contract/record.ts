export const recordOperations = {};

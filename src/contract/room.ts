export const roomOperations = {};

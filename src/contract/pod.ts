export const podOperations = {};

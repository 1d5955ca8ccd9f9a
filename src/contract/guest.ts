export const guestOperations = {};

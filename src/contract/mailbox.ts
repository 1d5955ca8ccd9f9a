export const mailboxOperations = {};

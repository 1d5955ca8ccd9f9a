export const auditOperations = {};

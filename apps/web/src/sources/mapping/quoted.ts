/** What stands between backticks in a message, in quotation marks. */
export const quoted = (message: string): string => message.replaceAll(/`([^`]*)`/g, '“$1”');

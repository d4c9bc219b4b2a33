/** What is needed of `localStorage`. */
export type Memory = Pick<Storage, "getItem" | "setItem">;

/** The browser's memory; null where it lends none. */
export function browserMemory(): Memory | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}

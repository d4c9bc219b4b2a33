import type { Memory } from "@/state";

const STORED = "hemicycle:blocked-networks";
/** For how long a network is remembered as blocking UDP. */
const REMEMBERED_MS = 30 * 60_000;

/** Remembers the networks in which UDP did not reach the server of late. */
export class BlockedNetworks {
	readonly #memory: Memory | null;
	readonly #now: () => number;

	/** @param memory - null: nothing is remembered, as where the browser forbids it */
	constructor(memory: Memory | null, now: () => number = Date.now) {
		this.#memory = memory;
		this.#now = now;
	}

	has(network: string): boolean {
		return this.#read()[network] !== undefined;
	}

	add(network: string): void {
		this.#write({ ...this.#read(), [network]: this.#now() });
	}

	delete(network: string): void {
		const { [network]: found, ...others } = this.#read();
		if (found !== undefined) this.#write(others);
	}

	/** The entries that are still valid: when UDP was blocked, by network. */
	#read(): Record<string, number> {
		try {
			const stored: unknown = JSON.parse(this.#memory?.getItem(STORED) ?? "{}");
			const since = this.#now() - REMEMBERED_MS;
			return Object.fromEntries(
				Object.entries(stored as object).filter(([, at]) => typeof at === "number" && at > since),
			);
		} catch {
			return {};
		}
	}

	#write(networks: Record<string, number>): void {
		try {
			this.#memory?.setItem(STORED, JSON.stringify(networks));
		} catch {
			// Nothing can be stored in this browser; it is found out anew each time.
		}
	}
}

import type { CheckHere, CheckResult } from "@/wire/protocol";

/** An address beside this page, such as `here` or `result`. */
function beside(name: string): URL {
	return new URL(`${location.pathname.replace(/\/$/, "")}/${name}`, location.href);
}

/** Where the trial's WebSocket is. */
export function socketUrl(): string {
	const url = beside("ws");
	url.protocol = url.protocol === "http:" ? "ws:" : "wss:";
	return url.href;
}

/** Whose check this is, and of what; null where the server does not say. */
export async function readHere(): Promise<CheckHere | null> {
	try {
		const answer = await fetch(beside("here"));
		return answer.ok ? ((await answer.json()) as CheckHere) : null;
	} catch {
		return null;
	}
}

/**
 * Sends the result to the organiser. Resolves with whether it arrived.
 *
 * @param trial - the ticket of the trial that was made; null where none could be
 */
export async function sendResult(result: CheckResult, trial: string | null): Promise<boolean> {
	try {
		const url = beside("result");
		if (trial !== null) url.searchParams.set("trial", trial);
		const headers = { "Content-Type": "application/json" };
		const body = JSON.stringify(result);
		return (await fetch(url, { method: "POST", headers, body })).ok;
	} catch {
		return false;
	}
}

/** Where somebody came from: their seat, or the programme. */
export function backUrl(): string {
	const seat = location.pathname.match(/^\/m\/[^/]+\/seats\/[^/]+\//);
	return seat ? seat[0] : location.pathname.replace(/\/check\/?$/, "");
}

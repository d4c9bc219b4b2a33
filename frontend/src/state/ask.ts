/** The answer to a request: what was asked for, or why not. */
export type Answer<T> = { ok: true; value: T } | { ok: false; status: number; code: string };

/** Asks the server for JSON; with a body, or `null` for an empty one, it is a change that is asked for. */
export async function ask<T>(url: string, body?: object | null): Promise<Answer<T>> {
	try {
		const answer = await fetch(url, body === undefined ? { cache: "no-store" } : post(body));
		if (answer.ok) return { ok: true, value: (await answer.json()) as T };
		return { ok: false, status: answer.status, code: await codeIn(answer) };
	} catch {
		return { ok: false, status: 0, code: "lost" };
	}
}

function post(body: object | null): RequestInit {
	return body === null
		? { method: "POST" }
		: { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** The code that an answer gives its refusal; empty where it gives none. */
async function codeIn(answer: Response): Promise<string> {
	try {
		const { detail } = (await answer.json()) as { detail?: { code?: unknown } };
		return typeof detail?.code === "string" ? detail.code : "";
	} catch {
		return "";
	}
}

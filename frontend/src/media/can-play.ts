/** Whether this browser can take sound and picture; if not, what it lacks. */
export type CanPlay = { ok: true } | { ok: false; missing: "webcodecs" | "secure_context" | "worklet" };

/** Whether this browser can take sound and picture; if not, what it lacks. */
export function canPlay(): CanPlay {
	if (!isSecureContext) return { ok: false, missing: "secure_context" };
	if (!("VideoDecoder" in globalThis && "AudioDecoder" in globalThis))
		return { ok: false, missing: "webcodecs" };
	if (!("AudioWorkletNode" in globalThis)) return { ok: false, missing: "worklet" };
	return { ok: true };
}

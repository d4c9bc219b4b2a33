import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t, words } from "@/i18n";
import "./button.css";

export interface ButtonProps {
	kind?: "primary" | "quiet" | "danger";
	size?: "plain" | "large";
	/** The state of a toggle button. */
	pressed?: boolean;
	/** The key that does the same; it is shown, and announced by assistive technology. */
	shortcut?: string;
	/** Why it cannot be pressed now. The button stays focusable, with this as its description. */
	unavailable?: string | undefined;
	label?: string;
	/** The icon before the words; hidden from assistive technology. */
	icon?: ComponentChildren;
	class?: string;
	testId?: string;
	type?: "button" | "submit";
	onClick: () => void;
	children?: ComponentChildren;
}

/** A button, at least 44 px in size, with one style for each weight. */
export function Button(props: ButtonProps) {
	const { kind = "quiet", size = "plain", unavailable } = props;
	const attributes: ButtonHTMLAttributes<HTMLButtonElement> = {
		type: props.type ?? "button",
		class: `button button-${kind} button-${size} ${props.class ?? ""}`,
		onClick: () => {
			if (unavailable === undefined) props.onClick();
		},
	};
	if (props.pressed !== undefined) attributes["aria-pressed"] = props.pressed;
	if (props.shortcut) attributes["aria-keyshortcuts"] = props.shortcut;
	if (props.label) attributes["aria-label"] = props.label;
	if (unavailable !== undefined) {
		attributes["aria-disabled"] = true;
		attributes.title = unavailable;
		attributes["aria-description"] = unavailable;
	}
	return (
		<button {...attributes} data-testid={props.testId}>
			{props.icon && (
				<span class="button-icon" aria-hidden="true">
					{props.icon}
				</span>
			)}
			{props.children}
			{props.shortcut && (
				<span class="button-key" aria-hidden="true">
					{props.shortcut}
				</span>
			)}
		</button>
	);
}

export interface ConfirmButtonProps extends Omit<ButtonProps, "pressed"> {
	/** The question that replaces the button after the first press. */
	question: string;
	/** The label of the button that confirms. */
	confirm: string;
}

/** A button for a destructive action: the first press asks in place, the second confirms. */
export function ConfirmButton(props: ConfirmButtonProps) {
	const [asking, setAsking] = useState(false);
	const box = useRef<HTMLFieldSetElement>(null);
	const asked = useRef(false);
	const place = useRef<HTMLSpanElement>(null);

	useEffect(() => {
		if (asking) box.current?.querySelector("button")?.focus();
		// After the question the button is back, and gets the focus again.
		else if (asked.current) place.current?.querySelector("button")?.focus();
		asked.current = asking;
	}, [asking]);

	if (!asking) {
		return (
			<span class="confirm-place" ref={place}>
				<Button {...props} onClick={() => setAsking(true)} />
			</span>
		);
	}
	return (
		<fieldset
			ref={box}
			class="confirm"
			aria-label={props.question}
			onKeyDown={(event) => {
				if (event.key !== "Escape") return;
				event.stopPropagation();
				setAsking(false);
			}}
		>
			<span class="confirm-question">{props.question}</span>
			<Button
				kind="danger"
				onClick={() => {
					setAsking(false);
					props.onClick();
				}}
			>
				{props.confirm}
			</Button>
			<Button onClick={() => setAsking(false)}>{t(words).cancel}</Button>
		</fieldset>
	);
}

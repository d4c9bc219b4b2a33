import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t, words } from "@/i18n";
import "./button.css";

export interface ButtonProps {
	kind?: "primary" | "quiet" | "danger";
	size?: "plain" | "large";
	/** Whether it is on, for a button that switches something. */
	pressed?: boolean;
	/** The key that does the same, shown beside the words and told to assistive technology. */
	shortcut?: string;
	/** Why it cannot be pressed now: the button stays focusable and says it. */
	unavailable?: string | undefined;
	label?: string;
	/** Stands before the words; hidden from assistive technology. */
	icon?: ComponentChildren;
	class?: string;
	testId?: string;
	type?: "button" | "submit";
	onClick: () => void;
	children?: ComponentChildren;
}

/** A button of the house: at least 44 px, one look for each weight. */
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
	/** What will happen, asked once in the button's place. */
	question: string;
	/** The words of the button that does it. */
	confirm: string;
}

/** A button for what hurts: the first press asks in the same place, the second does it. */
export function ConfirmButton(props: ConfirmButtonProps) {
	const [asking, setAsking] = useState(false);
	const box = useRef<HTMLFieldSetElement>(null);
	const asked = useRef(false);
	const place = useRef<HTMLSpanElement>(null);

	useEffect(() => {
		if (asking) box.current?.querySelector("button")?.focus();
		// The button that was pressed is back in its place, and so is the focus.
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

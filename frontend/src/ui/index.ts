export { Agenda, type AgendaProps } from "./agenda";
export { Button, type ButtonProps, ConfirmButton, type ConfirmButtonProps } from "./button";
export { Clip, type ClipProps, type ClipSpan, clipUrl } from "./clip";
export { Clock, type ClockProps, useSeconds } from "./clock";
export { EmptyState, type EmptyStateProps } from "./empty-state";
export { HemicycleChart, type HemicycleChartProps } from "./hemicycle/chart";
export { CategoryLegend, type CategoryLegendProps } from "./hemicycle/legend";
export { SeatList } from "./hemicycle/seat-list";
export {
	type ChartSeat,
	type Count,
	chartSeats,
	colourOf,
	countOf,
	expectedSeats,
	letterOf,
	sectorsOf,
} from "./hemicycle/seats";
export { icons, SourceIcon } from "./icons";
export { Keyboard, KeyboardButton, KeyboardDialog, type KeyList, keyLines } from "./keyboard";
export { capOf, isForPage, type Stroke, takesText, useShortcuts } from "./keys";
export { type BannerLink, Farewell, LinkBanner } from "./link-banner";
export { Loadable } from "./loadable";
export { MeetingPage, type MeetingPageProps } from "./meeting-page";
export { LanguageMenu, ThemeSwitch } from "./menus";
export { loudness, Meter } from "./meter";
export { Nameplate, type NameplateProps } from "./nameplate";
export { OnAir } from "./on-air";
export { useOwnHand } from "./own-hand";
export { Mark, PageHeader, type PageHeaderProps } from "./page-header";
export { type Plate, plateOf } from "./plate";
export { RecordBand } from "./record-band";
export { SlowSign } from "./slow-sign";
export { type Theme, theme } from "./theme";
export { type Toast, Toasts, tellRefusal, toast } from "./toasts";

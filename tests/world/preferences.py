"""What a Firefox that is driven is told beforehand."""

from __future__ import annotations

PREFERENCES: dict[str, bool | int | str] = {
    # A camera and a microphone that are programs: a changing colour, an unbroken tone.
    "media.navigator.streams.fake": True,
    "media.navigator.permission.disabled": True,
    # Sound without a gesture.
    "media.autoplay.default": 0,
    "media.autoplay.blocking_policy": 0,
    # Nothing is asked of anybody but the server.
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "en-GB",
    "intl.locale.requested": "en-GB",
    "media.gmp-manager.updateEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
}

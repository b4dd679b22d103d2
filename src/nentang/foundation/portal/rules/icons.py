"""Icons of the house: inline SVG on a grid of 24, drawn with a stroke of 2 by the style sheet."""

ICONS = {
    "address": '<path d="M12 21s7-6.2 7-11a7 7 0 0 0-14 0c0 4.8 7 11 7 11z"/><circle cx="12" cy="10" r="2.5"/>',
    "alert": '<path d="M12 3.5 22 20H2z"/><path d="M12 10v4.500M12 17.400v.1"/>',
    "baby": '<circle cx="12" cy="7" r="4"/><path d="M4.5 20.500c.7-4.8 3.8-7 7.5-7s6.8 2.2 7.5 7z"/><path d="M10.5 7.500c.8.9 2.2.9 3 0"/>',
    "bell": '<path d="M5 17h14l-1.8-2.500V10a5.2 5.2 0 0 0-10.4 0v4.500z"/><path d="M10 20.500h4"/>',
    "business": '<path d="M3 9.500h18L19 4H5z"/><path d="M5 9.500V20h14V9.500M9.5 20v-5.500h5V20"/>',
    "calendar": '<rect x="3.5" y="5" width="17" height="15.5" rx="2"/><path d="M3.5 10h17M8 2.800V6.500M16 2.800V6.5"/>',
    "car": '<path d="M3.5 16.500v-4l2-5.500h13l2 5.500v4z"/><path d="M3.5 12.500h17"/><circle cx="7.5" cy="17.5" r="1.8"/><circle cx="16.5" cy="17.5" r="1.8"/>',
    "chart": '<path d="M4 4v16h16"/><path d="m7.5 15 3.5-4.5 3 2.5 4.5-6"/>',
    "check": '<path d="m4.5 12.5 5 5 10-11"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "death": '<path d="M12 21c-4-2.5-6-5-6-8 2 0 4 1 6 3.500C14 14 16 13 18 13c0 3-2 5.5-6 8z"/><path d="M12 16.500c-2-2.5-2.5-6 0-10 2.5 4 2 7.5 0 10z"/><path d="M12 3v.1"/>',
    "document": '<path d="M6 3h8.500L19 7.500V21H6z"/><path d="M14 3v5h5M9 12.500h6.500M9 16.500h6.5"/>',
    "download": '<path d="M12 3.500v12m0 0 4.5-4.500M12 15.5 7.5 11M4 20.500h16"/>',
    "family": '<circle cx="8" cy="7" r="3"/><circle cx="16.5" cy="8" r="2.5"/><path d="M2.5 20c.3-5 2.5-8 5.5-8s5.2 3 5.5 8"/><path d="M14.5 13.200c3.6-.9 6.5 1.5 7 6.8"/>',
    "farm": '<path d="M12 21V9"/><path d="M12 13C8 13 5.5 10.5 5 6.500c4 0 7 2.5 7 6.500zM12 10c0-4 2.5-6.5 6.5-7 .5 4-2 7-6.5 7zM12 18.500c0-3 2-5 6-5.5 0 3-2.5 5.5-6 5.500z"/>',
    "health": '<rect x="3.5" y="3.5" width="17" height="17" rx="4"/><path d="M12 8v8M8 12h8"/>',
    "home": '<path d="M3 11 12 3.5 21 11v9.500H3z"/><path d="M9.5 20.500V14h5v6.5"/>',
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 7.900V8"/>',
    "land": '<path d="M3 17.5 9 7l4 6 2.5-3.500L21 17.500z"/><path d="M3 21h18"/>',
    "lock": '<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.500V7.500a4 4 0 0 1 8 0v3"/>',
    "marriage": '<circle cx="8.8" cy="14" r="5.8"/><circle cx="15.2" cy="11" r="5.8"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "money": '<rect x="2.5" y="6" width="19" height="12" rx="2"/><circle cx="12" cy="12" r="2.8"/><path d="M6 9.500v5M18 9.500v5"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.500c.7-5 3.8-7.5 7.5-7.500s6.8 2.5 7.5 7.5"/>',
    "phone": '<rect x="7" y="2.5" width="10" height="19" rx="2.5"/><path d="M11 18.300h2"/>',
    "print": '<path d="M7 8.500V3.500h10v5M7 17H3.500V8.500h17V17H17"/><path d="M7 14h10v6.500H7z"/>',
    "school": '<path d="M2.5 9.5 12 5l9.5 4.500L12 14z"/><path d="M6.5 11.500V17c3 2.5 8 2.5 11 0v-5.500M21.5 9.500v5"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "shield": '<path d="M12 3 4.5 6v5.500c0 4.5 3 7.8 7.5 9.5 4.5-1.7 7.5-5 7.5-9.500V6z"/><path d="m8.8 12 2.3 2.3 4.2-4.6"/>',
    "speech": '<path d="M3.5 4.500h17v12H11l-4.5 4v-4h-3z"/><path d="M8 9h8M8 12.500h5"/>',
    "upload": '<path d="M12 15.500v-12m0 0L7.5 8M12 3.5 16.5 8M4 20.500h16"/>',
    "work": '<rect x="3" y="7.5" width="18" height="12.5" rx="2"/><path d="M8.5 7.500V4.500h7v3M3 13h18"/>',
}


def icon_svg(name: str) -> str:
    """The icon as inline SVG, silent for screen readers; KeyError names an icon that is not drawn."""
    return f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{ICONS[name]}</svg>'

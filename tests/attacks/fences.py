"""Actions that not every stranger is refused by, each with its reason."""

OWN = "only ever one's own; strangers have something of their own"
CODE = "whoever holds the code, which nobody can guess, is meant"
ONE_HOUSE = "an administrator of any body is an operator of the installation"
COUNTER = "at whatever counter the person shows their papers; the audit names the officer"

NOT_THEIRS: dict[str, tuple[str, ...]] = {
    "registers": ("mother", "clerk here"),
    "population": ("mother", "clerk here"),
    "insurance": ("mother", "clerk here"),
    "businesses": ("mother", "clerk here"),
    "civil_status": ("mother", "clerk here"),
    "land": ("mother", "clerk here"),
    "finance": ("mother", "clerk here"),
    "schools": ("mother", "clerk here"),
    "data_sharing": ("mother", "clerk here"),
    "document_exchange": ("mother",),
    "office": ("mother",),
}
"""Who is a stranger to an app though at home here: whose record it is, and who works beside it."""

FOR_EVERYBODY: dict[str, str] = {
    "payments.start_gateway_payment": CODE,
    "identity.give_consent": OWN,
    "notifications.choose_preferences": OWN,
    "notifications.subscribe_push": OWN,
    "notifications.unsubscribe_push": OWN,
    "queue.leave_queue": CODE,
    "queue.return_ticket": CODE,
    "queue.take_ticket_by_phone": "a number for whoever is signed in",
    "queue.take_ticket_in_hall": "a number for whoever stands in the hall, whose screen has the key",
    "services.upload_file": OWN,
    "personal_data.ask_export": OWN,
    "personal_data.file_request": OWN,
    "open_data.file_request": OWN,
    "open_data.register_service": OWN,
    "small_registers.submit_entry": OWN,
}
"""Meant for whoever is signed in, or whoever has the code."""

LAWFUL: dict[tuple[str, str], str] = {
    ("forms.publish_form", "every role elsewhere"): ONE_HOUSE,
    ("outbox.replay_delivery", "every role elsewhere"): ONE_HOUSE,
    **{
        (f"document_exchange.{act}", "every role elsewhere"): ONE_HOUSE
        for act in (
            *("close_installation", "connect_installation", "join_axis"),
            *("list_participant", "move_installation", "trust_certificate"),
        )
    },
    ("status_sync.close_portal", "every role elsewhere"): ONE_HOUSE,
    ("status_sync.connect_portal", "every role elsewhere"): ONE_HOUSE,
    ("registers.end_reexamination", "clerk here"): "whoever decided looks at it again",
    ("civil_status.check_dossier", "clerk here"): "whoever works on the dossier",
    ("civil_status.give_child_number", "clerk here"): "whoever works on the dossier",
    ("population.issue_number", "every role elsewhere"): "a number of a province, for nobody yet",
    **{
        (f"identity.{act}", officer): COUNTER
        for act in ("raise_assurance", "revoke_mandate", "grant_mandate", "open_account")
        for officer in ("clerk elsewhere", "every role elsewhere")
    },
    **{
        (act, officer): "clerks take in for whoever stands before them"
        for act in ("payments.request_payment", "services.submit_dossier")
        for officer in ("clerk elsewhere", "every role elsewhere")
    },
    ("services.begin_assisting", "clerk elsewhere"): COUNTER,
    ("services.begin_assisting", "every role elsewhere"): COUNTER,
    ("identity.register_person", "clerk elsewhere"): COUNTER,
    ("identity.register_person", "every role elsewhere"): COUNTER,
}
"""Action and stranger: not a stranger to this."""

BY_APP = "called by the action of the app whose matter it is, which asks"
TRUSTING: dict[str, tuple[str, tuple[str, ...]]] = {
    "payments.book_money": (BY_APP, ()),
    "payments.finish_refund": (BY_APP, ()),
    "payments.close_break": (BY_APP, ()),
    "payments.lose_refund": (BY_APP, ()),
    "audit.record": (BY_APP, ("government/catalogue/views/drafts.py",)),
    "audit.record_of_many": (BY_APP, ()),
    "audit.record_look": (
        BY_APP,
        ("foundation/notifications/views.py", "government/land/views/mine.py"),
    ),
    "casework.open_case": (BY_APP, ()),
    "casework.move_case": (BY_APP, ()),
    "casework.advance": (BY_APP, ()),
    "casework.set_term": (BY_APP, ()),
    "casework.start_clock": (BY_APP, ()),
    "casework.take_in_cases": (BY_APP, ()),
    "documents.issue_document": (BY_APP, ()),
    "documents.store_file": (
        "one's own file; the app that takes it in asks",
        (
            "government/complaints/views/citizen.py",
            "government/office/views/entered.py",
            "government/services/views/citizen.py",
            "measure/index/views/steps.py",
            "measure/tasks/views/desk.py",
            "measure/tasks/views/steering.py",
            "measure/small_registers/views/desk.py",
            "measure/small_registers/views/send.py",
        ),
    ),
    "forms.start_draft": (
        "the page of the app whose form it is asks who may apply for whom",
        ("government/linked/views/offer.py", "government/services/views/apply.py"),
    ),
    "identity.ensure_signing_key": (
        "makes the installation's key once",
        ("foundation/identity/views/authorize.py",),
    ),
    "office.take_in_document": (
        "brought by the axis or by the body of this installation that sent it",
        (),
    ),
    "registers.take_evidence": (BY_APP, ()),
    "registers.answer_call": ("a node's call, which data sharing measured by its grant", ()),
    "services.attach_papers": (BY_APP, ()),
    "services.issue_slip": (BY_APP, ()),
    "services.take_in_file": ("a command of whoever runs the installation", ()),
    "services.take_in_old_dossiers": ("a command of whoever runs the installation", ()),
    "open_data.warn_of_stale_datasets": ("looks at days; a listener", ()),
    "small_registers.warn_of_stale_entries": ("looks at days; a listener", ()),
    "small_registers.count_entries": ("counts what stands; a listener", ()),
    "indicators.compute_indicators": ("computes from facts; a listener and a command", ()),
}
"""Asks nobody: why, and which pages call it after asking themselves."""

OF_THE_HOUSE: dict[str, str] = {
    "data_sharing.answer_for_register": "a node of the network, by the grant that the database has",
    "document_exchange.prove_days": "compares two days with other installations again, for any officer",
    "document_exchange.take_message": "a message that a trusted installation signed",
    "document_exchange.take_part": "an installation that signed its request",
    "identity.record_sign_in": "notes a sign-in of the account that just proved itself",
    "identity.sign_up": "whoever is not known yet",
    "notifications.note_receipt": "a gateway that signs with the shared secret",
    "payments.accept_gateway_message": "a gateway that signs with the shared secret",
    "payments.answer_once": "wraps an action that asks",
    "payments.ask_gateway": "looks up one's own request again; the gateway's word alone counts",
    "status_sync.take_states": "a portal that signed",
    "watch.note_refusal": "counts what an account was refused",
}
"""Without an actor, yet called by pages: who is meant."""

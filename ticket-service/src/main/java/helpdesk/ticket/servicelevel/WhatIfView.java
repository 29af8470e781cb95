package helpdesk.ticket.servicelevel;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a ticket stands, and how it would stand. */
@Schema(name = "ServiceLevelWhatIf")
public record WhatIfView(ExplanationView asIs, ExplanationView whatIf) {}

package helpdesk.feedback.invitation;

import helpdesk.platform.outbox.DomainEvent;

/** What happens to an invitation. */
public sealed interface SurveyEvent extends DomainEvent
        permits SurveyInvited, SurveyReminded, SurveyAnswered, SurveyAnswerChanged, SurveyExpired, DetractorReported {}

package helpdesk.feedback.customer;

import helpdesk.platform.erasure.PersonalArchive;
import helpdesk.platform.erasure.PersonalData;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;

/** Tells what a person was asked, and what the person answered. */
@ApplicationScoped
class HeldFeedback implements PersonalData {

    private static final String INVITATIONS = """
            select i.id, i.ticket_id, i.ticket_number, i.customer_id, s.name as survey, lower(i.state) as state,
                replace(lower(i.drop_reason), '_', '-') as drop_reason, i.contact, i.language, i.agent_name, i.team,
                i.category, i.channel, i.follow_up, lower(i.occasion) as occasion, i.draft_answers, i.created_at, i.due_at, i.sent_at,
                i.reminded_at, i.expires_at, i.answered_at
            from invitation i join survey s on s.id = i.survey_id
            where i.customer_id = any(?) order by i.id""";

    private static final String RESPONSES = """
            select r.id, r.invitation_id, i.ticket_id, i.ticket_number, s.name as survey, r.language, r.answers, r.score,
                lower(r.via) as via, r.received_at, r.changed_at, i.detractor_reported_at as followed_up_at
            from response r join invitation i on i.id = r.invitation_id join survey s on s.id = i.survey_id
            where i.customer_id = any(?) order by r.id""";

    private static final String PROFILES = """
            select id, name, preferred_name, email, phone, language, refuses as refuses_surveys
            from known_customer where id = any(?) order by id""";

    private static final String CONTACTS = """
            select customer_id, last_at as last_contact_at from customer_contact where customer_id = any(?) order by customer_id""";

    private static final String REWARDS = """
            select e.response_id, e.program, e.code, e.expires_at
            from earned_reward e join response r on r.id = e.response_id join invitation i on i.id = r.invitation_id
            where i.customer_id = any(?) order by e.coupon_id""";

    private static final String REOPENINGS = """
            select ticket_id, reopen_count from reopened_ticket
            where ticket_id in (select ticket_id from invitation where customer_id = any(?)) order by ticket_id""";

    private final Successions successions;

    HeldFeedback(Successions successions) {
        this.successions = successions;
    }

    @Override
    public void write(UUID subject, PersonalArchive archive) throws IOException {
        UUID[] ids = successions.kin(subject).toArray(UUID[]::new);
        archive.rows("profiles", PROFILES, ids);
        archive.rows("contacts", CONTACTS, ids);
        archive.rows("invitations", INVITATIONS, ids);
        archive.rows("responses", RESPONSES, ids);
        archive.rows("rewards", REWARDS, ids);
        archive.rows("reopened-tickets", REOPENINGS, ids);
    }
}

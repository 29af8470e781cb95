package helpdesk.customer.privacy;

import helpdesk.platform.erasure.PersonalArchive;
import helpdesk.platform.erasure.PersonalData;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;

/** All that this service holds on a person. */
@ApplicationScoped
class CustomerData implements PersonalData {

    private final Successions successions;

    CustomerData(Successions successions) {
        this.successions = successions;
    }

    @Override
    public void write(UUID subject, PersonalArchive archive) throws IOException {
        UUID[] ids = successions.kin(subject).toArray(UUID[]::new);
        archive.rows("profiles", """
                select id, name, preferred_name, pronunciation, languages, time_zone, birthday, culture_notes,
                    accessibility_needs, organization_id, account_manager_id, preferred_channel, do_not_contact, custom_fields, consents,
                    last_contact_at, merged_into_id, created_at, updated_at
                from customer where id = any(?) order by id""", ids);
        archive.rows("identities", """
                select customer_id, kind, network, written as value, added_at, verified_at
                from customer_identity where customer_id = any(?) order by customer_id, kind, position""", ids);
        archive.rows("identity-changes", """
                select at, what, kind, network, value, actor, reason
                from identity_change where customer_id = any(?) order by id""", ids);
        archive.rows("consents", """
                select at, purpose, channel, granted, how, proof, actor
                from consent_change where customer_id = any(?) order by id""", ids);
        archive.rows("notes", """
                select id, body, pinned, author, author_name, created_at, updated_at
                from customer_note where customer_id = any(?) order by id""", ids);
        archive.rows("timeline", """
                select at, kind, summary, source, ref_id from timeline_entry where customer_id = any(?) order by at, id""", ids);
        archive.rows("tickets", """
                select ticket_id, number, subject, status, linked_at from ticket_customer
                where customer_id = any(?) order by linked_at, ticket_id""", ids);
        archive.rows("coupons", """
                select id, program_id, code, value, state, reason, ticket_id, issued_at, expires_at, ended_at, reference
                from coupon where customer_id = any(?) order by id""", ids);
        archive.rows("milestones", """
                select id, rule_id, kind, title, act, lead_days, first_on, yearly, next_on, told_on, created_at
                from milestone where customer_id = any(?) order by id""", ids);
        archive.rows("subscriptions", """
                select id, name, value, started_on, ends_on, source, external_id, renewals, renewed_at, cancelled_at, reason, created_at
                from subscription where customer_id = any(?) order by id""", ids);
        archive.rows("visits", """
                select at, what, event_source, created_by from visit where customer_id = any(?) order by at, id""", ids);
        archive.rows("lapses", """
                select id, rule_id, because, what, last_on, ticket_id, state, lapsed_at, ended_at
                from lapse where customer_id = any(?) order by id""", ids);
        archive.rows("segments", """
                select s.name, m.since from segment_member m join segment s on s.id = m.segment_id
                where m.customer_id = any(?) order by s.name""", ids);
        archive.rows("draw-entries", """
                select e.id, d.name as draw, e.entered_at, e.place from draw_entry e join draw d on d.id = e.draw_id
                where e.customer_id = any(?) order by e.entered_at, e.id""", ids);
        archive.rows("merges", """
                select id, survivor_id, duplicate_id, memory, reason, merged_at, undone_at
                from customer_merge cross join (select cast(? as uuid[]) as ids) person
                where survivor_id = any(ids) or duplicate_id = any(ids) order by id""", ids);
        archive.rows("erasures", """
                select id, state, reason, requested_at, due_at, finished_at
                from erasure where customer_id = any(?) order by id""", ids);
    }
}

package helpdesk.ticket.ticketing;

import helpdesk.platform.persistence.Aggregate;
import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.servicelevel.ClockAlarm;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.OptimisticLock;

/**
 * A request of a customer, from the first word to the last. Each method that changes it returns the event that tells of the
 * change; what changed in detail waits in {@link #takeChanges()} for the history.
 */
@Entity
// Most changes leave the long texts alone; so does the statement, and the database indexes no words anew.
@DynamicUpdate
public class Ticket extends Aggregate {

    /** The highest of the three tiers: supervisors. */
    static final int HIGHEST_TIER = 3;

    /** Comes from the database with the insert: numbers are unique and grow, and a failed request leaves a gap. */
    @Generated
    @Column(insertable = false, updatable = false)
    private long number;

    @Embedded
    private TicketContent content;

    @Embedded
    private Requester requester;

    @Embedded
    private TicketOrigin origin;

    @Embedded
    private TicketProgress progress;

    @Embedded
    private TicketRelations relations;

    @Embedded
    private TicketTrail trail;

    @Embedded
    private Satisfaction satisfaction;

    /** When the last word on our work was said. By itself it is no change that anybody is told of. */
    @OptimisticLock(excluded = true)
    private Instant ratedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    private Agent assignee;

    private short tier;

    /** For the persistence provider. */
    protected Ticket() {}

    Ticket(UUID id, TicketContent content, Requester requester, TicketOrigin origin, int tier, Instant now) {
        super(id);
        this.content = content;
        this.requester = requester;
        this.origin = origin;
        this.tier = (short) tier;
        this.progress = TicketProgress.none(now);
        this.relations = TicketRelations.none();
        this.trail = new TicketTrail(now);
        trail.learned(FieldChange.of("status", null, status().wireName()));
    }

    /**
     * Gives the ticket to somebody, or takes it away. A new ticket that somebody gets is open; a resolved one always has
     * somebody.
     */
    Optional<TicketEvent> assign(Agent agent, Instant now) {
        if (Objects.equals(agent, assignee)) {
            return Optional.empty();
        }
        TicketTransitions.requireNotClosed(this);
        TicketTransitions.requireAssignee(status(), agent, progress.isSolvedByRequester());
        UUID previous = assignee == null ? null : assignee.id();
        write("assigneeId", previous, agent == null ? null : agent.id(), now);
        assignee = agent;
        progress.routedBy(null);
        if (agent != null && status() == TicketStatus.NEW) {
            enter(TicketStatus.OPEN, now);
        }
        return Optional.of(new TicketEvent.Assigned(TicketHead.of(this), AgentData.of(agent), previous, now));
    }

    /** A queue gives it to somebody, or takes it back from somebody who is away. */
    Optional<TicketEvent> route(Agent agent, UUID queue, Instant now) {
        Optional<TicketEvent> assigned = assign(agent, now);
        progress.routedBy(agent == null ? null : queue);
        return assigned;
    }

    /** Replaces what the ticket says; nothing happens when it says that already. */
    Optional<TicketEvent> rewrite(TicketContent changed, Instant now) {
        List<FieldChange> differences = content.differencesTo(changed);
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        TicketTransitions.requireNotClosed(this);
        differences.forEach(change -> trail.wrote(change, version(), now));
        content = changed;
        return Optional.of(new TicketEvent.Changed(TicketHead.of(this), differences, now));
    }

    /** Puts down how it was, or will be, solved; a resolved ticket always says how. */
    Optional<TicketEvent> explain(String resolution, Instant now) {
        if (Objects.equals(progress.resolution(), resolution)) {
            return Optional.empty();
        }
        TicketTransitions.requireNotClosed(this);
        TicketTransitions.requireResolution(status(), resolution);
        FieldChange change = write("resolution", progress.resolution(), resolution, now);
        progress.explain(resolution);
        return Optional.of(new TicketEvent.Changed(TicketHead.of(this), List.of(change), now));
    }

    /** Moves to another status, as the status machine allows. */
    TicketEvent moveTo(TicketStatus target, String by, Instant now) {
        TicketTransitions.require(this, target);
        boolean reopens = status() == TicketStatus.RESOLVED;
        FieldChange change = enter(target, now);
        if (reopens) {
            return new TicketEvent.Reopened(TicketHead.of(this), by, progress.reopenCount(), now);
        }
        return target == TicketStatus.RESOLVED
                ? TicketEvent.Resolved.of(this, now)
                : new TicketEvent.Changed(TicketHead.of(this), List.of(change), now);
    }

    /** Replaces who follows it; nothing happens when they do already. Also on a closed one, which hurts nobody. */
    Optional<TicketEvent> follow(Collection<UUID> followers, Instant now) {
        List<UUID> former = relations.followerIds();
        List<UUID> wanted = List.copyOf(new LinkedHashSet<>(followers));
        if (former.equals(wanted)) {
            return Optional.empty();
        }
        FieldChange change = write("followerIds", former, wanted, now);
        relations.follow(wanted);
        return Optional.of(new TicketEvent.Changed(TicketHead.of(this), List.of(change), now));
    }

    /** Makes it an incident of a problem, or of none. */
    TicketEvent belongTo(UUID problem, Instant now) {
        TicketTransitions.requireNotClosed(this);
        FieldChange change = write("problemId", relations.problemId(), problem, now);
        relations.belongTo(problem);
        return new TicketEvent.Changed(TicketHead.of(this), List.of(change), now);
    }

    /** Its requester says that it is solved, so that nobody else need have solved it. */
    void solvedByRequester() {
        progress.solvedByRequester();
    }

    /** Its requester asks to be called back. */
    TicketEvent callbackAsked(UUID request, CallbackWish wish, Instant now) {
        TicketTransitions.requireNotClosed(this);
        trail.learned(FieldChange.of("callbackAsked", null, request));
        trail.touch(now);
        return new TicketEvent.CallbackAsked(
                TicketHead.of(this),
                request,
                ContactData.of(requester),
                wish.phone(),
                wish.timeZone(),
                wish.slotStart(),
                wish.reason(),
                now);
    }

    /** Ends it, because the other goes on in its place. */
    TicketEvent mergeInto(Ticket target, Instant now) {
        TicketTransitions.requireNotClosed(this);
        enter(TicketStatus.CLOSED, now);
        write("mergedInto", null, target.id(), now);
        relations.mergeInto(target.id());
        return new TicketEvent.Merged(TicketHead.of(this), target.id(), target.displayNumber(), now);
    }

    /** Takes the merge back: it stands where it stood. */
    TicketEvent unmerge(TicketStatus former, Instant now) {
        UUID target = relations.mergedInto();
        write("mergedInto", target, null, now);
        relations.mergeInto(null);
        write("status", status().wireName(), former.wireName(), now);
        progress.restore(former, now);
        return new TicketEvent.Unmerged(TicketHead.of(this), target, now);
    }

    /**
     * Takes over what a merge brings, or gives it back: tags, followers, and the fact itself. It may be merged itself.
     *
     * @param from the ticket that came, else null
     * @param to the ticket that left, else null
     */
    TicketEvent regroup(Marks marks, UUID from, UUID to, Instant now) {
        List<FieldChange> changes = new ArrayList<>();
        TicketContent changed = content.tagged(marks.tags());
        content.differencesTo(changed).forEach(change -> changes.add(wrote(change, now)));
        content = changed;
        if (!relations.followerIds().equals(marks.followers())) {
            changes.add(write("followerIds", relations.followerIds(), marks.followers(), now));
            relations.follow(marks.followers());
        }
        if (!Objects.equals(from, to)) {
            changes.add(write("mergedTicket", to, from, now));
        }
        return new TicketEvent.Changed(TicketHead.of(this), changes, now);
    }

    /** Tells of something that was done with it and another: a link, a split. */
    TicketEvent related(String field, Object from, Object to, Instant now) {
        FieldChange change = FieldChange.of(field, from, to);
        // No version of a caller becomes stale: nothing of this can be overwritten by a patch.
        trail.learned(change);
        trail.touch(now);
        return new TicketEvent.Changed(TicketHead.of(this), List.of(change), now);
    }

    /** Ends a resolved ticket for good. By rule only. */
    TicketEvent close(Instant now) {
        TicketTransitions.requireResolved(status());
        enter(TicketStatus.CLOSED, now);
        return new TicketEvent.Closed(TicketHead.of(this), now);
    }

    /** Hands the ticket to the next tier (practice 13). */
    TicketEvent escalate(String reason, Instant now) {
        TicketTransitions.requireNotClosed(this);
        int former = TicketTransitions.requireHigherTier(tier);
        write("tier", former, former + 1, now);
        trail.learned(FieldChange.of("escalation", null, reason));
        tier = (short) (former + 1);
        return new TicketEvent.Escalated(TicketHead.of(this), former, tier, reason, now);
    }

    /** Something was written on it. */
    TicketEvent commented(UUID comment, String visibility, AuthorData author, List<UUID> mentions, Instant now) {
        return commented(comment, visibility, author, mentions, null, now);
    }

    /** The same, by a mail. */
    TicketEvent commented(
            UUID comment, String visibility, AuthorData author, List<UUID> mentions, UUID mail, Instant now) {
        trail.learned(FieldChange.of("comment", null, comment));
        trail.touch(now);
        return new TicketEvent.Commented(
                TicketHead.of(this),
                comment,
                visibility,
                author,
                ContactData.of(requester),
                mentions.isEmpty() ? null : mentions,
                mail,
                now);
    }

    /** A clock tells that its goal or its promise has passed. Also on one that was closed meanwhile: late is late. */
    TicketEvent alarmed(ClockAlarm alarm, Instant now) {
        String told = alarm.isBreach() ? "breached" : "warned";
        trail.learned(FieldChange.of("serviceLevel." + alarm.metric().wireName(), null, told));
        progress.alarm();
        ClockData clock = ClockData.of(alarm, this);
        return alarm.isBreach()
                ? new TicketEvent.SlaBreached(TicketHead.of(this), clock, now)
                : new TicketEvent.SlaWarning(TicketHead.of(this), clock, now);
    }

    /**
     * A rule has somebody told something. Nothing changes by that, and nobody who waits until nothing happens waits longer for it.
     */
    TicketEvent noticed(Notice notice, Instant now) {
        trail.learned(FieldChange.of("notice", null, notice.subject()));
        progress.tell();
        return new TicketEvent.NoticeAsked(
                TicketHead.of(this), notice.recipients(), notice.subject(), notice.body(), now);
    }

    /** A step of its plan is other than it was, or its time has passed. */
    TicketEvent planned(PlanStepData former, PlanStepData present, PlanNews news, Instant now) {
        trail.learned(FieldChange.of("plan", PlanStepData.form(former), PlanStepData.form(present, news)));
        if (news == PlanNews.LATE) {
            progress.alarm();
        } else {
            trail.touch(now);
        }
        TicketHead head = TicketHead.of(this);
        return switch (news) {
            case CHANGED -> new TicketEvent.PlanChanged(head, former, present, now);
            case KEPT -> new TicketEvent.PlanStepKept(head, present, now);
            case LATE -> new TicketEvent.PlanStepLate(head, present, now);
        };
    }

    /** Its customer is to read a reply on a network. */
    TicketEvent channelReplyAsked(ChannelReply reply) {
        trail.learned(FieldChange.of("channelReply", null, reply.commentId()));
        progress.tell();
        return new TicketEvent.ChannelReplyAsked(TicketHead.of(this), reply);
    }

    /** A rule tells other systems. */
    TicketEvent signalled(String signal, Instant now) {
        trail.learned(FieldChange.of("signal", null, signal));
        progress.tell();
        return new TicketEvent.Signalled(TicketHead.of(this), signal, AgentData.of(assignee), now);
    }

    /** A rule tells one other system. */
    TicketEvent toldWebhook(UUID webhook, Instant now) {
        trail.learned(FieldChange.of("webhook", null, webhook));
        progress.tell();
        return new TicketEvent.WebhookAsked(TicketHead.of(this), webhook, AgentData.of(assignee), now);
    }

    /** The customer knows that we have heard; only the first time counts. */
    Optional<TicketEvent> acknowledge(boolean automatic, Instant now) {
        if (progress.isAcknowledged()) {
            return Optional.empty();
        }
        trail.learned(FieldChange.of("acknowledgedAt", null, now));
        progress.acknowledge(now);
        return Optional.of(new TicketEvent.Acknowledged(TicketHead.of(this), automatic, now));
    }

    /** The requester is this customer, by the profile that was named; nothing happens when that is known. */
    Optional<TicketEvent> identified(UUID customer, UUID named, String name, String preferredName, Instant now) {
        if (customer.equals(requester.customerId())) {
            return Optional.empty();
        }
        FieldChange change = FieldChange.of("customerId", requester.customerId(), customer);
        trail.learned(change);
        requester = requester.identifiedAs(customer, named, name, preferredName);
        return Optional.of(new TicketEvent.Changed(TicketHead.of(this), List.of(change), now));
    }

    /** The customer said how well we did, or took it back. The last word stands; an earlier one that is told late changes nothing. */
    Optional<TicketEvent> rated(Rating told, Instant now) {
        boolean late = ratedAt != null && told.saidAt().isBefore(ratedAt);
        if (late || !told.concerns(satisfaction)) {
            return Optional.empty();
        }
        ratedAt = told.saidAt();
        Satisfaction fresh = told.satisfaction();
        if (Objects.equals(fresh, satisfaction)) {
            return Optional.empty();
        }
        FieldChange change = FieldChange.of("satisfaction", form(satisfaction), form(fresh));
        trail.learned(change);
        trail.touch(now);
        satisfaction = fresh;
        return Optional.of(new TicketEvent.Changed(TicketHead.of(this), List.of(change), now));
    }

    /** What is found by its words; some may be null. */
    String[] words() {
        return new String[] {
            displayNumber() + " " + content.subject(), origin.description(), requester.words(), content.fieldTexts()
        };
    }

    private static Map<String, Object> form(Satisfaction satisfaction) {
        return satisfaction == null ? null : satisfaction.form();
    }

    /** The changes since the last call, for the history. */
    List<FieldChange> takeChanges() {
        return trail.take();
    }

    private FieldChange enter(TicketStatus target, Instant now) {
        FieldChange change = write("status", status().wireName(), target.wireName(), now);
        progress.enter(target, now);
        return change;
    }

    private FieldChange write(String field, Object from, Object to, Instant now) {
        return wrote(FieldChange.of(field, from, to), now);
    }

    private FieldChange wrote(FieldChange change, Instant now) {
        trail.wrote(change, version(), now);
        return change;
    }

    /** The number people use, for example {@code HD-1042}. */
    public String displayNumber() {
        return TicketNumber.display(number);
    }

    public TicketStatus status() {
        return progress.status();
    }

    long number() {
        return number;
    }

    TicketContent content() {
        return content;
    }

    Requester requester() {
        return requester;
    }

    TicketOrigin origin() {
        return origin;
    }

    TicketProgress progress() {
        return progress;
    }

    TicketRelations relations() {
        return relations;
    }

    TicketTrail trail() {
        return trail;
    }

    Satisfaction satisfaction() {
        return satisfaction;
    }

    Agent assignee() {
        return assignee;
    }

    int tier() {
        return tier;
    }
}

package helpdesk.local.load;

import java.util.List;
import java.util.UUID;

/** Makes tickets up, and adds the rows of each to a batch. What a ticket says depends on the seed and its number alone. */
final class TicketWriter {

    private static final String INTEGRATION = "apikey:01900000-0000-7000-8000-00000000f00d";

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final LoadOrder order;
    private final List<Colleague> colleagues;
    private final Vocabulary vocabulary;
    private final TicketBatch batch;
    private final SearchDocument document;
    private final ClockRows clocks;
    private final StringBuilder text = new StringBuilder();

    TicketWriter(LoadOrder order, List<Colleague> colleagues, Vocabulary vocabulary, TicketBatch batch) {
        this.order = order;
        this.colleagues = colleagues;
        this.vocabulary = vocabulary;
        this.batch = batch;
        this.document = new SearchDocument(batch.of(LoadedTable.TICKET_SEARCH));
        this.clocks = new ClockRows(batch, order.now());
    }

    /**
     * Adds one ticket.
     *
     * @param number of the ticket
     * @param position its place among all, from 0 for the oldest to 1 for the newest
     */
    void add(long number, double position) {
        Draw draw = new Draw(order.seed(), number);
        Person person = Person.of(vocabulary, order.seed(), draw);
        Sorting sorting = Sorting.draw(draw);
        String subject = subject(person, draw);
        String description = description(person, draw);
        String resolution = said(person, draw, 1);
        TicketLife life = new TicketLife(draw, position, order, colleagues, opener(sorting), resolution);
        ticket(
                number,
                life,
                person,
                sorting,
                subject,
                description,
                life.status().isSolved() ? resolution : null,
                draw);
        beginDocument(life.id(), number);
        document.add(subject);
        document.add(description);
        document.add(person.name());
        if (sorting.plan() != null) {
            document.add(sorting.plan());
        }
        if (sorting.region() != null) {
            document.add(sorting.region());
        }
        for (Remark remark : life.remarks()) {
            String body = said(person, draw, 1 + draw.below(3));
            document.add(body);
            comment(remark, body, life, person, sorting);
        }
        document.end();
        batch.endRow(LoadedTable.TICKET_SEARCH);
        clocks.add(life, draw);
        life.history().steps().forEach(step -> change(step, life, draw));
    }

    private void ticket(
            long number,
            TicketLife life,
            Person person,
            Sorting sorting,
            String subject,
            String description,
            String resolution,
            Draw draw) {
        boolean social = sorting.channel().equals("SOCIAL");
        boolean imported = sorting.channel().equals("API");
        CopyBuffer row = batch.of(LoadedTable.TICKET)
                .value(life.id())
                .value(life.history().version())
                .value(life.history().writableSince())
                .value(number)
                .value(subject)
                .value(description)
                .value(sorting.type())
                .value(sorting.channel())
                .value(life.status().name())
                .value(sorting.priority())
                .value(sorting.origin())
                .value(person.name())
                .value(person.email())
                .value(person.phone())
                .value(social ? "x" : null)
                .value(social ? person.handle() : null)
                .value(life.assignee() == null ? null : life.assignee().id())
                .value(sorting.group())
                .value(sorting.tier())
                .value(sorting.tagArray())
                .value(person.language().code())
                .value(sorting.category())
                .value(sorting.cause())
                .value(sorting.customFields())
                .value(imported ? INTEGRATION : null)
                .value(imported ? "loaded-" + number : null)
                .value(resolution);
        if (life.score() == 0) {
            row.none().none();
        } else {
            row.value(life.score()).value(life.scoredIn());
        }
        row.time(life.acknowledged())
                .time(life.resolved())
                .time(life.closed())
                .time(life.created())
                .time(life.history().updated())
                .value(followers(draw));
        batch.endRow(LoadedTable.TICKET);
    }

    private void beginDocument(UUID id, long number) {
        batch.of(LoadedTable.TICKET_SEARCH).value(id);
        document.begin(number);
    }

    private void comment(Remark remark, String body, TicketLife life, Person person, Sorting sorting) {
        Colleague agent = remark.byCustomer() ? null : life.assignee();
        batch.of(LoadedTable.TICKET_COMMENT)
                .value(remark.id())
                .value(life.id())
                .value(body)
                .value(remark.internal() ? "INTERNAL" : "PUBLIC")
                .value(sorting.channel())
                .value(remark.byCustomer() ? "CUSTOMER" : "AGENT")
                .value(agent == null ? null : agent.id())
                .value(remark.byCustomer() ? person.name() : agent == null ? "Support" : agent.name())
                .value(agent == null ? null : agent.title())
                .time(remark.at());
        batch.endRow(LoadedTable.TICKET_COMMENT);
    }

    private void change(Step step, TicketLife life, Draw draw) {
        batch.of(LoadedTable.TICKET_CHANGE)
                .value(draw.id(step.at()))
                .value(life.id())
                .value(step.version())
                .time(step.at())
                .value(step.actor())
                .value(step.cause())
                .value(step.field())
                .value(step.from())
                .value(step.to());
        batch.endRow(LoadedTable.TICKET_CHANGE);
    }

    private String opener(Sorting sorting) {
        return switch (sorting.origin()) {
            case "PUBLIC" -> "system:public-form";
            case "INTEGRATION" -> INTEGRATION;
            default ->
                colleagues.isEmpty()
                        ? INTEGRATION
                        : "account:" + colleagues.getFirst().id();
        };
    }

    private String followers(Draw draw) {
        if (colleagues.isEmpty() || !draw.chance(5)) {
            return "{}";
        }
        return "{" + draw.of(colleagues).id() + "}";
    }

    private String subject(Person person, Draw draw) {
        text.setLength(0);
        person.language().appendSubject(text, draw);
        return text.toString();
    }

    private String description(Person person, Draw draw) {
        String said = said(person, draw, 2 + draw.below(4));
        return draw.chance(30) ? said + " " + serialNumber(draw) : said;
    }

    /** A word that hardly any other ticket has. */
    private static String serialNumber(Draw draw) {
        return "SN-" + (10_000 + draw.below(90_000)) + "-" + LETTERS.charAt(draw.below(LETTERS.length()));
    }

    private String said(Person person, Draw draw, int sentences) {
        text.setLength(0);
        for (int count = 0; count < sentences; count++) {
            if (count > 0) {
                text.append(' ');
            }
            person.language().appendSentence(text, draw);
        }
        return text.toString();
    }
}

package helpdesk.local.load;

/**
 * A made-up customer. The same ones come back with other requests.
 *
 * @param language what they speak
 * @param name in their own script
 * @param email null for some
 * @param phone in the form of E.164, null for some
 * @param handle a name on a social network
 */
record Person(Language language, String name, String email, String phone, String handle) {

    /** Of a million requests about four come from the same person. */
    private static final int PEOPLE = 250_000;

    private static final long OWN_CHOICES = 0x50656F706C65L;

    static Person of(Vocabulary vocabulary, long seed, Draw ticket) {
        int place = ticket.below(PEOPLE);
        Draw draw = new Draw(seed ^ OWN_CHOICES, place);
        Language language = vocabulary.pick(draw);
        String name = language.name(draw);
        boolean mails = draw.chance(85);
        String email = mails ? "person%d@mail%d.example".replace("%d", Integer.toString(place)) : null;
        String phone = !mails || draw.chance(30) ? "+9990" + (10_000_000L + place) : null;
        return new Person(language, name, email, phone, "person_" + place);
    }
}

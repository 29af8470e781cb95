package helpdesk.customer.duplicate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why two profiles may be of one person. */
enum DuplicateReason {
    /** Somebody presented themselves with the address of the one and the number of the other. */
    @JsonProperty("same_contact")
    SAME_CONTACT(60),
    @JsonProperty("similar_name")
    SIMILAR_NAME(40),
    /** Mail addresses that are alike before the at sign. */
    @JsonProperty("similar_email")
    SIMILAR_EMAIL(35),
    /** The same handle on different networks. */
    @JsonProperty("same_handle")
    SAME_HANDLE(30),
    @JsonProperty("same_birthday")
    SAME_BIRTHDAY(20);

    private static final int MOST = 99;

    private final int weight;

    DuplicateReason(int weight) {
        this.weight = weight;
    }

    /** How likely it is, of 100, for these reasons together. */
    static int score(Iterable<DuplicateReason> reasons) {
        int sum = 0;
        for (DuplicateReason reason : reasons) {
            sum += reason.weight;
        }
        return Math.min(sum, MOST);
    }
}

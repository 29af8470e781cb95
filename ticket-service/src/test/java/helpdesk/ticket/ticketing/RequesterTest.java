package helpdesk.ticket.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequesterTest {

    @Test
    void contacts_are_kept_in_the_one_form_in_which_they_are_compared() {
        Requester requester = Requester.contact(
                " Amara Okafor ", " Amara@Example.ORG", "+44 (7700) 900-142", new Handle(" x ", " amara "));

        assertThat(requester.name()).isEqualTo("Amara Okafor");
        assertThat(requester.email()).isEqualTo("amara@example.org");
        assertThat(requester.phone()).isEqualTo("+447700900142");
        assertThat(requester.handle()).isEqualTo(new Handle("x", "amara"));
    }

    @Test
    void without_a_name_the_mail_address_stands_for_it() {
        assertThat(Requester.contact(null, "Amara.Okafor@example.org", "+447700900142", null)
                        .name())
                .isEqualTo("amara.okafor");
    }

    @Test
    void without_a_name_and_a_mail_address_the_phone_number_stands_for_it() {
        assertThat(Requester.contact(null, null, "+44 7700 900142", new Handle("x", "amara"))
                        .name())
                .isEqualTo("+447700900142");
    }

    @Test
    void without_anything_else_the_handle_stands_for_it() {
        assertThat(Requester.contact(null, null, null, new Handle("x", "amara")).name())
                .isEqualTo("amara");
    }

    @Test
    void an_identified_requester_keeps_the_contacts_and_gets_the_names_of_the_profile() {
        UUID customer = UUID.randomUUID();
        Requester told = Requester.contact(null, "amara@example.org", null, null);

        Requester known = told.identifiedAs(customer, customer, "Amara Okafor", "Amara");

        assertThat(known.customerId()).isEqualTo(customer);
        assertThat(known.name()).isEqualTo("Amara Okafor");
        assertThat(known.preferredName()).isEqualTo("Amara");
        assertThat(known.email()).isEqualTo("amara@example.org");
        assertThat(told.customerId()).isNull();
    }

    @Test
    void a_profile_without_a_name_takes_none_away() {
        Requester told = Requester.contact("Amara", "amara@example.org", null, null);

        UUID somebody = UUID.randomUUID();
        assertThat(told.identifiedAs(somebody, somebody, null, null).name()).isEqualTo("Amara");
        assertThat(told.identifiedAs(somebody, somebody, " ", null).name()).isEqualTo("Amara");
    }
}

package helpdesk.notification.appointment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * Where somebody is visited, as it is stored.
 *
 * @param lines with line ends between
 */
@Embeddable
record VisitAddress(
        @Column(name = "address_lines") String lines,
        @Column(name = "postal_code") String postalCode,
        String city,
        String country) {

    static VisitAddress of(AddressBody body) {
        return new VisitAddress(String.join("\n", body.lines()), body.postalCode(), body.city(), body.country());
    }

    AddressBody body() {
        return new AddressBody(List.of(lines.split("\n")), postalCode, city, country);
    }
}

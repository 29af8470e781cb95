package helpdesk.gateway.token;

import java.security.PrivateKey;
import java.security.PublicKey;

/**
 * A key that tokens are signed with.
 *
 * @param privateKey null when it cannot be opened with this installation's secret; it then only verifies
 */
record SigningKey(String kid, PublicKey publicKey, PrivateKey privateKey) {}

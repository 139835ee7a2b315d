/**
 * The local stack: Azurite and the launcher that starts it together with the emulator and the host.
 *
 * <p>Never part of the deployed package; nothing outside {@code local} may import it.
 */
@NullMarked
package io.quantumexecutor.local;

import org.jspecify.annotations.NullMarked;

/**
 * The local stack: Azurite and the launcher that starts it together with the emulator and the host.
 *
 * <p>Never part of the deployed package; nothing outside {@code local} may import it. It uses the
 * product as any caller does, over HTTP, and imports {@code storage} alone, to create tables,
 * queues and containers. The benchmarks are started here and use its parts.
 */
@NullMarked
package io.quantumexecutor.local;

import org.jspecify.annotations.NullMarked;

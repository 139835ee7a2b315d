/**
 * Azure Table, Blob and Queue Storage behind the ports of {@code job}: a thin layer of single
 * storage calls, and the adapters on top of it that know our rows.
 *
 * <p>May import {@code job} and the Azure SDK; knows nothing of HTTP, functions or Azure Quantum.
 */
@NullMarked
package io.quantumexecutor.storage;

import org.jspecify.annotations.NullMarked;

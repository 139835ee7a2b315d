/** What answers look like: documents, problems, and the views of jobs, targets and prices. */
@NullMarked
package io.quantumexecutor.api.view;

import org.jspecify.annotations.NullMarked;

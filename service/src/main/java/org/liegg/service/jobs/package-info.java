/** The queue of analyses, and the processes that work it off. */
@NullMarked
package org.liegg.service.jobs;

import org.jspecify.annotations.NullMarked;

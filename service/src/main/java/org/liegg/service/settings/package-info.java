/** What the one who runs a service may say about it. */
@NullMarked
package org.liegg.service.settings;

import org.jspecify.annotations.NullMarked;

/** The service as others see it: routes, guards, events and pages. */
@NullMarked
package org.liegg.service.web;

import org.jspecify.annotations.NullMarked;

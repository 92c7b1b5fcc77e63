package org.liegg.service.web;

import java.util.function.BooleanSupplier;
import org.liegg.app.Liegg;
import org.liegg.service.jobs.Inquiries;
import org.liegg.service.jobs.Jobs;
import org.liegg.service.mcp.McpEndpoint;
import org.liegg.service.settings.ServiceSettings;
import org.liegg.service.store.FileStore;

/**
 * What a service consists of, as far as routes know it.
 *
 * @param settings what was said about it
 * @param liegg the façade
 * @param jobs analyses
 * @param inquiries about analyses that are done
 * @param mcp what assistants ask
 * @param files uploaded ones
 * @param ready whether it takes work
 */
public record Behind(
    ServiceSettings settings,
    Liegg liegg,
    Jobs jobs,
    Inquiries inquiries,
    McpEndpoint mcp,
    FileStore files,
    BooleanSupplier ready) {}

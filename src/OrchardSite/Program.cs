using OrchardSite.CommandLine;

return await SiteCommands.RunAsync(args);

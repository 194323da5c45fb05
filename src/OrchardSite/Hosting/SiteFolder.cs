using Gongkai.Content;

namespace OrchardSite.Hosting;

/// <summary>The data folder.</summary>
internal sealed class SiteFolder(SiteOptions options) : ISiteFolder
{
    public string Path(string name) => System.IO.Path.Combine(options.DataFolder, name);
}

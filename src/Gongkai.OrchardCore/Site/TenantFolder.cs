using Gongkai.Content;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell;

namespace Gongkai.OrchardCore.Site;

/// <summary>The tenant's own folder: <c>App_Data/Sites/&lt;tenant&gt;/gongkai</c>.</summary>
internal sealed class TenantFolder(IOptions<ShellOptions> options, ShellSettings settings) : ISiteFolder
{
    private readonly string _folder = System.IO.Path.Combine(options.Value.ShellsApplicationDataPath, options.Value.ShellsContainerName, settings.Name, "gongkai");

    public string Path(string name) => System.IO.Path.Combine(_folder, name);
}

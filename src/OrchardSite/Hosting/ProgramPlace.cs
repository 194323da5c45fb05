namespace OrchardSite.Hosting;

/// <summary>Where the program's own files are, whatever folder it is called from.</summary>
internal static class ProgramPlace
{
    private const string Marker = "appsettings.json";

    /// <summary>The folder with <c>appsettings.json</c>, <c>recipes/</c> and <c>themes/</c>: the program's own, or the nearest above it.</summary>
    public static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, Marker)) && Directory.Exists(Path.Combine(folder.FullName, "themes")))
                    return folder.FullName;
            }

            throw new InvalidOperationException($"找不到 {Marker} 和 themes 文件夹：它们应在程序所在的文件夹（{AppContext.BaseDirectory}）或其上级文件夹中。");
        }
    }
}

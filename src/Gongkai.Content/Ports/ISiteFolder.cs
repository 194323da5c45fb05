namespace Gongkai.Content;

/// <summary>Port: the site's own folder for data that is derived or uploaded.</summary>
public interface ISiteFolder
{
    /// <summary>The full path of something in the folder, as <c>index</c>.</summary>
    string Path(string name);
}

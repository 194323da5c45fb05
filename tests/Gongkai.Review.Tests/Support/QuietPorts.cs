using System.Net;
using Gongkai.Content;

namespace Gongkai.Review.Tests.Support;

internal sealed class Folder(string folder) : ISiteFolder
{
    public string Path(string name) => System.IO.Path.Combine(folder, name);
}

internal sealed class PlainMarkup : IMarkup
{
    public string Version => "1";

    public string ToHtml(string source, MarkupFormat format) => WebUtility.HtmlEncode(source);
}

internal sealed class NoThemes : IThemes
{
    public IReadOnlyList<string> Names => [];

    public string? FaultOf(string template) => null;
}

internal sealed class NoLiquid : ILiquid
{
    public string? Render(string pattern, ContentItem item, out string? fault)
    {
        fault = null;
        return null;
    }
}

internal sealed class NoMedia : IMediaStore
{
    public long MaximumLength => 0;

    public Wording? FaultOf(string path) => null;

    public ValueTask<MediaFile?> FindAsync(string path, CancellationToken cancellationToken = default) => new((MediaFile?)null);

    public Task<bool> SaveAsync(string path, Stream content, CancellationToken cancellationToken = default) => Task.FromResult(false);
}

internal sealed class NoWholeTexts : IWholeTexts
{
    public Task<WholeText?> ReadAsync(string path, CancellationToken cancellationToken = default) => Task.FromResult<WholeText?>(null);

    public Task<WholeText?> FindAsync(string path, CancellationToken cancellationToken = default) => Task.FromResult<WholeText?>(null);
}

internal sealed class NoLibrary : IMediaLibrary
{
    public Task<MediaFolder> ListAsync(string folder, CancellationToken cancellationToken = default) => Task.FromResult(new MediaFolder([], []));

    public Task<IReadOnlyList<MediaFile>> FindAsync(string words, int most, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<MediaFile>>([]);

    public Task<Stream?> OpenAsync(string path, CancellationToken cancellationToken = default) => Task.FromResult<Stream?>(null);

    public Task<MediaDescription> GetDescriptionAsync(string path, CancellationToken cancellationToken = default) => Task.FromResult(new MediaDescription());

    public Task DescribeAsync(string path, MediaDescription description, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<bool> DeleteAsync(string path, CancellationToken cancellationToken = default) => Task.FromResult(false);
}

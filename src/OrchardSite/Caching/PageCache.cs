using System.Collections.Concurrent;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace OrchardSite.Caching;

/// <summary>Answers public pages from memory, whole and with all their headers; keeps those that had to be made. Stands after whatever says who is signed in and before everything else.</summary>
internal sealed class PageCache(RequestDelegate next, PageStore store, PageReads reads, ISearch search, PageCacheOptions options, SiteSettings site, TimeProvider time)
{
    // A browser may keep a page and asks each time whether it is still the same; so does a proxy: what is withdrawn is not shown by it.
    private const string Revalidate = "no-cache";
    private const string Personal = "private, no-store";
    private const string WishedLanguage = "Accept-Encoding, Accept-Language";
    private const int MostWaits = 2;

    private static readonly string[] ConnectionHeaders =
        [HeaderNames.ContentLength, HeaderNames.TransferEncoding, HeaderNames.Connection, HeaderNames.KeepAlive, HeaderNames.Date, HeaderNames.Server];

    private readonly ConcurrentDictionary<string, TaskCompletionSource<CachedPage?>> _underWay = new(StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext http)
    {
        if (IsPersonal(http))
        {
            http.Response.OnStarting(KeepNowhere, http.Response);
            return next(http);
        }

        if (!MayBeKept(http.Request))
            return next(http);
        var encoding = AcceptedEncoding.Of(http.Request);
        Span<char> key = stackalloc char[PageKey.Longest];
        if (!PageKey.TryWrite(http.Request, encoding, key, out var length, site.Today))
            return next(http);
        if (Find(key[..length]) is { } page)
            return AnswerAsync(http, page);
        AcceptedEncoding.Reduce(http.Request, encoding);
        return MakeAsync(http, key[..length].ToString());
    }

    private bool MayBeKept(HttpRequest request) => options.MaximumBytes > 0
        && HttpMethods.IsGet(request.Method)
        && !Array.Exists(options.Left, folder => request.Path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>Nothing is kept of people who are signed in or show a token, here or on the way.</summary>
    private static bool IsPersonal(HttpContext http) => !StringValues.IsNullOrEmpty(http.Request.Headers.Authorization) || IsSignedIn(http);

    private static Task KeepNowhere(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = Personal;
        return Task.CompletedTask;
    }

    // The property User would make somebody where there is nobody.
    private static bool IsSignedIn(HttpContext http) => http.Features.Get<IHttpAuthenticationFeature>()?.User?.Identity?.IsAuthenticated == true;

    private CachedPage? Find(ReadOnlySpan<char> key) => store.Find(key) is { } page && page.Generation == search.Generation ? page : null;

    private static async Task AnswerAsync(HttpContext http, CachedPage page)
    {
        var response = http.Response;
        foreach (var (name, value) in page.Headers)
            response.Headers[name] = value;
        if (page.IsKnownTo(http.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        // Somebody who has it already only came back to it.
        page.Again?.Invoke();
        response.ContentLength = page.Body.Length;
        await response.BodyWriter.WriteAsync(page.Body, http.RequestAborted);
    }

    /// <summary>One makes a page, others who ask for it meanwhile wait; other pages wait for neither.</summary>
    private async Task MakeAsync(HttpContext http, string key)
    {
        var mine = new TaskCompletionSource<CachedPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var waits = 0; waits < MostWaits; waits++)
        {
            var first = _underWay.GetOrAdd(key, mine);
            if (first == mine)
            {
                try
                {
                    await MakeAsync(http, key, page => Finish(key, mine, page));
                }
                finally
                {
                    Finish(key, mine, null);
                }

                return;
            }

            CachedPage? made;
            try
            {
                made = await first.Task.WaitAsync(http.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                return; // Nobody waits any more.
            }

            // A page that something changed under, that is not to be kept or that failed has nothing for those who waited.
            if ((made ?? Find(key)) is { } page)
            {
                await AnswerAsync(http, page);
                return;
            }
        }

        await MakeAsync(http, key, _ => { });
    }

    private void Finish(string key, TaskCompletionSource<CachedPage?> mine, CachedPage? page)
    {
        if (mine.TrySetResult(page))
            _underWay.TryRemove(KeyValuePair.Create(key, mine));
    }

    private async Task MakeAsync(HttpContext http, string key, Action<CachedPage?> finish)
    {
        var original = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var captured = new CapturedBody(original, store.LongestBody);
        var body = new StreamResponseBodyFeature(captured, original);
        http.Features.Set<IHttpResponseBodyFeature>(body);
        var began = time.GetUtcNow();
        var generation = search.Generation;
        var notes = reads.Begin();
        var begun = store.Begin();
        CachedPage? page = null;
        try
        {
            try
            {
                await next(http);
                await body.CompleteAsync();
            }
            finally
            {
                http.Features.Set(original);
            }

            if (captured.HasPassed)
                return;
            page = await StartAsync(http, key, captured.Taken, began, generation, notes);
        }
        finally
        {
            var isFresh = store.End(begun, page);
            finish(isFresh ? page : null);
        }

        if (http.Response.StatusCode != StatusCodes.Status304NotModified && captured.Taken.Length > 0)
            await http.Response.BodyWriter.WriteAsync(captured.Taken, http.RequestAborted);
    }

    /// <summary>Completes the headers and sends them; gives the page if it may be kept.</summary>
    private async Task<CachedPage?> StartAsync(HttpContext http, string key, ReadOnlyMemory<byte> body, DateTimeOffset began, int generation, PageNotes notes)
    {
        var response = http.Response;
        var mayKeep = response.StatusCode == StatusCodes.Status200OK && http.GetEndpoint() is not null && response.Headers.SetCookie.Count == 0
            && response.Headers.CacheControl.Count == 0 && !IsSignedIn(http) && !http.RequestAborted.IsCancellationRequested;
        if (response.Headers.CacheControl.Count == 0)
            response.Headers.CacheControl = IsSignedIn(http) ? Personal : Revalidate;
        // An address that names its language is the same whatever a browser wishes.
        response.Headers.Vary = RequestLanguage.OfAddress(http) is null ? WishedLanguage : HeaderNames.AcceptEncoding;
        if (!mayKeep)
        {
            if (body.Length > 0)
                response.ContentLength = body.Length;
            await response.StartAsync(CancellationToken.None);
            return null;
        }

        var (etag, second) = (CachedPage.ETagOf(body.Span), DateTimeOffset.FromUnixTimeSeconds(began.ToUnixTimeSeconds()));
        // Two pages of one address in one second would have one time.
        // So would one with reading help and one without, and one in a language that only the browser wished: only the plain page says its time.
        var isChosen = PageKey.ReadingOf(http.Request).Length > 0 || !(RequestLanguage.OfAddress(http) is not null || RequestLanguage.Of(http).IsOfContent);
        var isAmbiguous = isChosen || second <= store.LastChange;
        response.Headers.ETag = etag;
        if (!isChosen)
            response.Headers.LastModified = second.ToString("r");
        if (CachedPage.IsKnownTo(http.Request, etag, isAmbiguous ? null : second))
            response.StatusCode = StatusCodes.Status304NotModified;
        else
            response.ContentLength = body.Length;

        // Whatever adds headers at the last moment has added them when this returns.
        await response.StartAsync(CancellationToken.None);
        return new CachedPage
        {
            Key = key,
            Body = body.ToArray(),
            Headers = [.. response.Headers.Where(header => !ConnectionHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase))],
            Tags = notes.ToArray(),
            Generation = generation,
            ETag = etag,
            LastModified = second,
            IsTimeAmbiguous = isAmbiguous,
            Again = http.Features.Get<EachAnswer>()?.Again,
        };
    }
}

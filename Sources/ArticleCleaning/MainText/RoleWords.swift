import TextScanning

/// What the words in names of classes and ids say. A pair of words is looked up joined, before each alone.
///
/// The vocabulary is that of common content systems (WordPress, Drupal, Joomla, TYPO3, SPIP), of advertising and
/// commenting services, and of the plain words of the trade in the languages that sites name their parts in.
enum RoleWords {
  static let table = NameTable(
    words.flatMap { role, words in words.split(whereSeparator: \.isWhitespace).map { (String($0), role) } })

  private static let words: [(ElementRole, String)] = [
    (
      .articleBody,
      """
      articlebody articlecontent articletext articlecopy articlebodytext articlemaincontent
      postbody postcontent posttext postentry postbodycopy bodycopy bodytext entrycontent entrybody entrytext
      storybody storycontent storytext storycopy newsbody newstext newscontent newsdetail textbody
      fulltext contentbody contenttext pagetext singlecontent blogcontent blogtext artcontent arttext articulo
      bodyarticle contentarticle contentpost contentnews fieldbody nodecontent contenidonoticia textonoticia
      corpsarticle articletexte textearticle contenuarticle cuerponoticia artikeltext artikelinhalt beitragstext
      meldungstext trescartykulu artykultresc richtext articlewysiwyg wysiwyg postarticle
      """
    ),
    (
      .article,
      """
      article hentry articlemain mainarticle articlecontainer articlewrapper singlepost singlearticle postsingle
      fullarticle storymain newsarticle blogpost artikel artykul noticia singlenews articledetail
      """
    ),
    (
      .lead,
      """
      lead lede standfirst dek deck intro introduction teasertext articlelead articleintro chapo chapeau
      vorspann bajada entradilla sumario abstract subheadline articlesummary subtitle
      kicker articlesubtitle summary excerpt
      """
    ),
    (
      .caption,
      """
      caption imagecaption wpcaption captiontext figcaption photocaption imgcaption bildunterschrift bildtext legende
      imagedescription piedefoto mediacaption
      """
    ),
    (
      .picture,
      """
      image images img photo photos picture pictures media foto fotos bild bilder imagen gallery photogallery slideshow
      slideshowimage galleryitem featuredimage heroimage thumbnail thumb postthumbnail topimage leadimage articleimage
      storyimage entrythumb mediaitem imagewrapper imagecontainer imageholder figure
      """
    ),
    (
      .navigation,
      """
      nav navi navbar navigation navigator menu menus submenu megamenu navmenu mainmenu topmenu subnav topnav mainnav
      breadcrumb breadcrumbs crumb crumbs breadcrumbtrail rootline filariane migaspan
      pagination pager paginator pagenav pagelinks postnav postnavigation prevnext nextprev nextpost prevpost nextarticle
      toolbar topbar menubar skiplink skip screenreader sronly visuallyhidden masthead siteheader pageheader headermenu
      search searchform searchbox suche recherche buscador login signin signup register logout languageswitcher langswitch
      backtotop totop gototop hamburger offcanvas dropdown  tablist    ticker
      siteinfo sitebranding sitelogo tools articletools articleactions actions articlenav utility utilities
      btn button buttons controls audioplayer listen readaloud vorlesen
      """
    ),
    (
      .share,
      """
      share shares sharing sharebar sharebox sharebuttons sharelinks sharethis shareit sharetools sharedaddy socialshare
      social socials socialmedia socialbar socialicons sociallinks socialbuttons sociable addthis addtoany shariff
      followus follow followers partage partager partages compartir condividi udostepnij teilen articleshare postshare
      facebook twitter whatsapp pinterest linkedin telegram xing flipboard fblike tweet fenxiang printlink
      """
    ),
    (
      .related,
      """
      related relatedposts relatedarticles relatedcontent relatednews relatedlinks relatedstories relatedtopics jprelatedposts
      yarpp recommended recommend recommendation recommendations recommends recirc recirculation
      readmore readnext readalso alsoread seealso morefrom moreon morenews morestories morearticles morelinks moreposts
      moretopics mostread mostpopular mostviewed mostshared mostcommented popular popularposts trending toplist topstories
      upnext nextup youmaylike mightlike maylike alsolike latest latestnews latestposts recent recentposts recententries
      recentcomments recentarticles otherarticles othernews othernieuws otherstories furtherreading suggested suggestions
      teaser teasers teaserlist teaserbox outbrain taboola plista revcontent zergnet mgid nativo strossle engageya
      promo promos promobox promoted crosspromo newslist headlines articlelist postlist storylist linklist
      carousel slider swiper slick inread inlinerelated relatedarticle relatedpost relateditem
      relatedentries articlerelated postrelated similar similarposts associated infinite infinitescroll
      verwandt weiterlesen mehrzum meistgelesen ahnliche aehnliche themen dossier aussi liresaussi lireaussi alireaussi
      articleslies surlememesujet relacionadas relacionados relacionado notasrelacionadas masleidas masnoticias leiatambem
      correlati correlate potrebbeinteressarti powiazane polecane czytajtez czytajwiecej najnowsze popularne
      xiangguan tuijian hotnews ralated pageturner listing
      """
    ),
    (
      .comments,
      """
      comment comments commentlist commentsarea commentsection commentform commentrespond commentthread commentscontainer
       respond reply replies disqus disqusthread dsq usercomments readercomments  livefyre  
      kommentar kommentare commentaire commentaires comentario comentarios commenti komentarz komentarze pinglun akismet
       guestbook viafoura spotim opensweb trackback trackbacks pingback reactions reaction
      """
    ),
    (
      .footer,
      """
      footer foot sitefooter pagefooter colophon copyright copyrights imprint impressum legal disclaimer pagebottom
      articlefooter postfooter entryfooter bottombar footerlinks
      """
    ),
    (
      .sidebar,
      """
      sidebar sidebars sidecolumn sidecol rightcolumn rightcol rightrail leftrail rail rightsidebar leftsidebar aside
      widget widgets widgetarea widgetarea secondary marginalie marginalspalte rightbar leftcol leftcolumn
      newsbox
      """
    ),
    (
      .subscription,
      """
      newsletter newsletters subscribe subscription subscriptions subscriber signupform signupbox emailsignup mailinglist
      mailchimp optin      abo abonnement abonnieren abonnez suscripcion
        donate donation donations spenden soutenir faireundon membership supportus calltoaction cta
      pushnotification appbanner appdownload mcsignup
      """
    ),
    (
      .advert,
      """
      ad ads adv advert adverts advertisement advertisements advertising adsense adsbygoogle adslot adunit adbox adwrapper
      adcontainer adblock adsection banner banners sponsor sponsors sponsored sponsoredcontent dfp gpt gptad divgpt googlead
      werbung anzeige anzeigen publicite pub publicidad reklama reklamy leaderboard skyscraper billboard mpu affiliate
      affiliates nativead commercial productbox shopping buybox merch partnerlinks rekl pubblicita
      """
    ),
    (
      .byline,
      """
      byline bylines author authors authorbox authorbio authorinfo authorname authors postauthor articleauthor aboutauthor
      writer bio biography autor autoren autores auteur auteurs autore contributor contributors reporter
      meta postmeta entrymeta articlemeta metadata metainfo articleinfo postinfo entryinfo infoline storymeta
      date dates datetime dateline timestamp pubdate publishdate publicationdate publishedon publicationtime postdate
      entrydate articledate postedon postedby lastmodified lastupdated updated readingtime readtime timeago
      avatar viewcount views commentcount postviews zuozhe bianji datum heure fecha rating ratings
      """
    ),
    (
      .tags,
      """
      tags taglist tagcloud tagline taglinks tagslinks posttags entrytags articletags keywords topics topiclist topictags
      catlinks categories category postcategories postcategory entrycategories etiquetas schlagworte schlagwoerter
      schlagwort stichworte motscles tagi tagbox rubrique rubrik
      """
    ),
    (
      .credit,
      """
      credit credits photocredit imagecredit captioncredit photographer copyrightholder imgcredit imagesource photosource
      bildquelle bildrechte bildnachweis mediacredit fotocredit creditline
      """
    ),
    (
      .notice,
      """
      cookie cookies cookiebar cookiebanner cookienotice cookieconsent cookielaw cookiebot consent gdpr rgpd ccpa onetrust
      didomi usercentrics cmpbox privacynotice popup modal modalcontent lightbox overlay interstitial toast
      flashmessage alertbox browserupdate adblocknotice outdated noprint printonly tooltip placeholder skeleton
      """
    ),
    (.hidden, "hidden invisible hide dnone displaynone uhidden screenonly isolatedhidden"),
    (
      .plain,
      """
      twittertweet instagrammedia embedtwitter tweetembed embedtweet tiktokembed facebookpost fbpost labelhidden
      has no is not with without no have hide if js wp
      elementorwidget sociallogin pagewidget widgetcontent widgettext widgettexteditor widgetthemepost widgetcontainer widgetwrap
      hiddenxs hiddensm hiddenmd hiddenlg hiddenprint hiddenmobile hiddendesktop hidemobile hidedesktop
      navtabs tabcontent tabpane tabpanel contentsecondary columnsecondary metabox textsecondary
      adaptive bannerless shareable postcategories cardbody modalopen lightboximage overlayimage imageoverlay
      relativecontent dateformat noad slidertext publication maintenance headlinesingle
      """
    ),
  ]
}
